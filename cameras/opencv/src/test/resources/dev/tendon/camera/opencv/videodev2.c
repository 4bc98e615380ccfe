/* Copyright 2026 the Tendon authors. SPDX-License-Identifier: Apache-2.0
 * Prints what the kernel says: request numbers, and the bytes of structures with known contents.
 * gcc videodev2.c -o layout && ./layout > videodev2.properties   (made on x86-64 with linux/videodev2.h of Debian 12, linux-libc-dev 6.1) */
#include <linux/videodev2.h>
#include <stdio.h>
#include <string.h>
static void hex(const char*n,const void*p,size_t s){printf("%s=",n);for(size_t i=0;i<s;i++)printf("%02x",((const unsigned char*)p)[i]);printf("\n");}
#define REQ(x) printf("%s=%08x\n",#x,(unsigned)x)
int main(){
 REQ(VIDIOC_QUERYCAP);REQ(VIDIOC_ENUM_FMT);REQ(VIDIOC_ENUM_FRAMESIZES);REQ(VIDIOC_ENUM_FRAMEINTERVALS);REQ(VIDIOC_G_FMT);REQ(VIDIOC_G_PARM);REQ(VIDIOC_REQBUFS);
 struct v4l2_capability c;memset(&c,0,sizeof c);strcpy((char*)c.driver,"uvcvideo");strcpy((char*)c.card,"HD Pro Webcam C920");strcpy((char*)c.bus_info,"usb-0000:00:14.0-3");c.version=0x60100;c.capabilities=0x84a00001;c.device_caps=0x04200001;hex("capability",&c,sizeof c);
 c.device_caps=0x04a00000;hex("capability_metadata",&c,sizeof c);
 struct v4l2_fmtdesc f;memset(&f,0,sizeof f);f.index=1;f.type=1;f.flags=V4L2_FMT_FLAG_COMPRESSED;strcpy((char*)f.description,"Motion-JPEG");f.pixelformat=V4L2_PIX_FMT_MJPEG;hex("fmtdesc",&f,sizeof f);
 struct v4l2_frmsizeenum s;memset(&s,0,sizeof s);s.index=2;s.pixel_format=V4L2_PIX_FMT_MJPEG;s.type=V4L2_FRMSIZE_TYPE_DISCRETE;s.discrete.width=1280;s.discrete.height=720;hex("frmsizeenum_discrete",&s,sizeof s);
 memset(&s,0,sizeof s);s.pixel_format=V4L2_PIX_FMT_YUYV;s.type=V4L2_FRMSIZE_TYPE_STEPWISE;s.stepwise.min_width=32;s.stepwise.max_width=3280;s.stepwise.step_width=2;s.stepwise.min_height=24;s.stepwise.max_height=2464;s.stepwise.step_height=4;hex("frmsizeenum_stepwise",&s,sizeof s);
 struct v4l2_frmivalenum i;memset(&i,0,sizeof i);i.index=1;i.pixel_format=V4L2_PIX_FMT_MJPEG;i.width=1280;i.height=720;i.type=V4L2_FRMIVAL_TYPE_DISCRETE;i.discrete.numerator=1001;i.discrete.denominator=30000;hex("frmivalenum_discrete",&i,sizeof i);
 memset(&i,0,sizeof i);i.pixel_format=V4L2_PIX_FMT_YUYV;i.width=640;i.height=480;i.type=V4L2_FRMIVAL_TYPE_CONTINUOUS;i.stepwise.min.numerator=1;i.stepwise.min.denominator=90;i.stepwise.max.numerator=1;i.stepwise.max.denominator=1;i.stepwise.step.numerator=1;i.stepwise.step.denominator=30;hex("frmivalenum_continuous",&i,sizeof i);
 struct v4l2_format g;memset(&g,0,sizeof g);g.type=1;g.fmt.pix.width=640;g.fmt.pix.height=480;g.fmt.pix.pixelformat=V4L2_PIX_FMT_YUYV;g.fmt.pix.field=1;g.fmt.pix.bytesperline=1280;g.fmt.pix.sizeimage=614400;hex("format",&g,sizeof g);
 struct v4l2_streamparm p;memset(&p,0,sizeof p);p.type=1;p.parm.capture.capability=V4L2_CAP_TIMEPERFRAME;p.parm.capture.timeperframe.numerator=1;p.parm.capture.timeperframe.denominator=30;hex("streamparm",&p,sizeof p);
 struct v4l2_requestbuffers r;memset(&r,0,sizeof r);r.count=0;r.type=1;r.memory=V4L2_MEMORY_MMAP;hex("requestbuffers",&r,sizeof r);
}

